package sap;

import org.apache.camel.Message;

/** The headers that camel-sap leaves on a message: which endpoint had it last. */
final class SapHeaders {

    private SapHeaders() {}

    static void mark(Message message, SapAddress address) {
        message.setHeader("CamelSap.scheme", address.scheme());
        message.setHeader(
                address.isServer() ? "CamelSap.serverName" : "CamelSap.destinationName", address.connection());
        if (!address.queue().isEmpty()) {
            message.setHeader("CamelSap.queueName", address.queue());
        }
        if (address.isIDoc()) {
            idoc(message, address);
        } else {
            message.setHeader("CamelSap.rfcName", address.rfc());
        }
    }

    private static void idoc(Message message, SapAddress address) {
        var type = address.idocType();
        message.setHeader("CamelSap.idocType", type.name());
        message.setHeader("CamelSap.idocTypeExtension", type.extension());
        message.setHeader("CamelSap.systemRelease", type.systemRelease());
        message.setHeader("CamelSap.applicationRelease", type.applicationRelease());
    }
}
