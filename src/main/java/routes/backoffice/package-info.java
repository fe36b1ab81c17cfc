/** What goes out to the back offices: the beans and the error policy of the delivery template (architecture, flow 4 and 5). */
package routes.backoffice;
