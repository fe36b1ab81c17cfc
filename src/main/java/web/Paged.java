package web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mapping.Canonical;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import store.Page;

/**
 * A page of a list as it is answered.
 *
 * @param items what is on the page
 * @param page its number, from 0
 * @param size how many are on a full page
 * @param total how many there are in all
 * @param links addresses of this, the first, previous, next and last page, as far as there are such
 */
record Paged<T>(List<T> items, int page, int size, long total, Map<String, String> links) {

    /** The page as JSON. */
    static <T> JsonNode of(
            List<T> items, Page page, long total, String path, MultiValueMap<String, String> parameters) {
        var last = (int) Math.max(0, (total - 1) / page.size());
        var links = new LinkedHashMap<String, String>();
        links.put("self", link(path, parameters, page.number()));
        links.put("first", link(path, parameters, 0));
        if (page.number() > 0) {
            links.put("prev", link(path, parameters, Math.min(page.number() - 1, last)));
        }
        if (page.number() < last) {
            links.put("next", link(path, parameters, page.number() + 1));
        }
        links.put("last", link(path, parameters, last));
        return Canonical.tree(new Paged<>(items, page.number(), page.size(), total, links));
    }

    private static String link(String path, MultiValueMap<String, String> parameters, int page) {
        var values = new ArrayList<Object>();
        var link = UriComponentsBuilder.fromPath(path);
        // As variables, so that the + of a phone number is written as %2B.
        parameters.forEach((name, given) -> {
            if (!name.equals("page")) {
                given.forEach(value -> link.queryParam(name, "{value}"));
                values.addAll(given);
            }
        });
        values.add(page);
        return link.queryParam("page", "{page}")
                .encode()
                .buildAndExpand(values.toArray())
                .toUriString();
    }
}
