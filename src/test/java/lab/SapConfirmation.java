package lab;

import java.util.Map;

/**
 * Time worked, as confirmed.
 *
 * @param number of the operation's confirmations
 * @param counter of this one among them
 * @param order whose operation it is
 * @param outage of that order
 * @param fields as given
 * @param call that brought it
 */
record SapConfirmation(
        String number, String counter, String order, String outage, Map<String, String> fields, SapCall call) {}
