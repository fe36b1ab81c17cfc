package sap.jco;

/**
 * IDocs that SAP sends together.
 *
 * @param tid the transaction under which SAP sends them, and sends them again until it is confirmed
 * @param xml an {@code idoc:DocumentList}
 */
public record IDocList(String tid, String xml) {}
