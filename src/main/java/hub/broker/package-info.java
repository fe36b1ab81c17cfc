/** The broker: addresses, users, the embedded server, and Camel's JMS components upon it. */
package hub.broker;
