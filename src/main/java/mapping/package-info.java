/**
 * What turns one form into another: the canonical JSON of our own queues, contracts (JSON Schema, XSD), JSLT and FreeMarker
 * mappings, and where their files lie. Plain Java, no Camel, so that a mapping can be tried without starting a hub.
 */
package mapping;
