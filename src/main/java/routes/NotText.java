package routes;

/**
 * Stands in the body for a JMS message that is neither text nor bytes; its content was not touched. A door refuses it.
 *
 * @param kind what the sender sent, such as {@code ObjectMessage}
 */
public record NotText(String kind) {}
