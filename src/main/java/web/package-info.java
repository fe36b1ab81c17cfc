/** Doors over HTTP and who may come in by them. Spring MVC; no Camel, no SQL. */
package web;
