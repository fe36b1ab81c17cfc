package routes;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.Session;
import jakarta.jms.StreamMessage;
import jakarta.jms.TextMessage;
import java.util.Arrays;
import org.springframework.jms.support.converter.MessageConversionException;
import org.springframework.jms.support.converter.MessageConverter;

/** Text and bytes pass, in and out. Anything else comes in as {@link NotText} and is never deserialised. */
public final class TextOrBytes implements MessageConverter {

    @Override
    public Object fromMessage(Message message) throws JMSException {
        if (message instanceof TextMessage text) {
            return text.getText();
        }
        if (message instanceof BytesMessage bytes) {
            return read(bytes);
        }
        return new NotText(kind(message));
    }

    @Override
    public Message toMessage(Object body, Session session) throws JMSException {
        if (body instanceof String text) {
            return session.createTextMessage(text);
        }
        if (body instanceof byte[] bytes) {
            var message = session.createBytesMessage();
            message.writeBytes(bytes);
            return message;
        }
        throw new MessageConversionException("only text and bytes leave the hub, not "
                + (body == null ? "null" : body.getClass().getName()) + ": make it text in the route before");
    }

    private static byte[] read(BytesMessage message) throws JMSException {
        var bytes = new byte[Math.toIntExact(message.getBodyLength())];
        var read = Math.max(0, message.readBytes(bytes));
        return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
    }

    private static String kind(Message message) {
        if (message instanceof ObjectMessage) {
            return "ObjectMessage";
        }
        if (message instanceof MapMessage) {
            return "MapMessage";
        }
        return message instanceof StreamMessage ? "StreamMessage" : "Message";
    }
}
