package outage;

/**
 * What the Dispatcher gives to a Trouble Worker (S1.2).
 *
 * @param id the trouble order's id
 * @param crew who is to go; nullable
 * @param instructions what the Dispatcher knows; nullable
 * @param customerName whom the Trouble Worker may call on the way: only when one customer alone is out (S1.5); nullable
 * @param customerPhone that customer's number; nullable
 */
public record TroubleOrder(String id, String crew, String instructions, String customerName, String customerPhone) {}
