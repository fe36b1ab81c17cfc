/** What an operator watches: how the hub and its neighbours do, as health and as meters. */
package hub.watch;
