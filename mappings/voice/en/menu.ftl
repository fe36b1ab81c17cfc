To hear this again, press 1.
If your power is still out, press 2.
To stop these calls, press 9.
