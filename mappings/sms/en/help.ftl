${utility} texts you about power outages.
For help call ${phone}.
Reply STOP to end these texts.
