package lab;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What OMS said of each report, worked out from its requests and its answers in the order in which it gave them
 * (rules.md §3, OMS first): a yes is a yes to all that the request carried; a no takes the newest one out, and answers to
 * other requests that carried it do not count.
 *
 * @param requests all requests by id, in the order in which they came first
 * @param accepted reports that OMS said yes to
 * @param refused reports that OMS said no to
 */
record OmsWord(Map<String, OmsXml.Request> requests, Set<String> accepted, Set<String> refused) {

    static OmsWord of(List<Receipt> received, List<PlayedOms.Answered> answers) {
        var requests = new LinkedHashMap<String, OmsXml.Request>();
        for (var receipt : received) {
            var request = OmsXml.request(receipt.body());
            requests.putIfAbsent(request.messageId(), request);
        }
        var word = new OmsWord(requests, new HashSet<>(), new HashSet<>());
        var said = new HashMap<String, String>();
        for (var answer : answers) {
            var request = requests.get(answer.request());
            if (request != null && said.put(answer.request(), answer.result()) == null) {
                word.take(request.carried(), answer.result());
            }
        }
        return word;
    }

    private void take(List<String> carried, String result) {
        if (carried.isEmpty() || carried.stream().anyMatch(refused::contains)) {
            return;
        }
        var newest = carried.get(carried.size() - 1);
        if (!"FAILED".equals(result)) {
            accepted.addAll(carried);
        } else if (!accepted.contains(newest)) {
            refused.add(newest);
        }
    }
}
