/** The application: start, settings, the one clock, and how the rooms are put together. Knows all rooms; none knows it. */
package hub;
