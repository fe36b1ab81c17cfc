package routes.backoffice;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Collectors;
import mapping.Canonical;
import mapping.Fault;
import mapping.JsonContract;
import mapping.MappingException;
import mapping.MappingFiles;
import org.apache.camel.FluentProducerTemplate;
import org.springframework.stereotype.Component;
import outage.Listing;

/** Asks CRM over HTTP; its answer is {@code mappings/crm/open.schema.json}. */
@Component
class CrmOpen implements OpenQuestion {

    private static final String CONTRACT = "crm/open.schema.json";

    private final MappingFiles files;
    private final FluentProducerTemplate producer;

    CrmOpen(MappingFiles files, FluentProducerTemplate producer) {
        this.files = files;
        this.producer = producer;
    }

    @Override
    public String neighbour() {
        return "crm";
    }

    @Override
    public Listing ask(Instant now) {
        var answer = Canonical.tree(producer.withBody("").to("direct:crm-open").request(String.class));
        var faults = new JsonContract(files.text(CONTRACT)).faults(answer, "");
        if (!faults.isEmpty()) {
            throw new MappingException(
                    MappingException.Code.CONTRACT_BROKEN,
                    "CRM's list of what it holds as open is against " + CONTRACT + ": "
                            + faults.stream().map(Fault::line).collect(Collectors.joining("; ")),
                    null);
        }
        var entries = new ArrayList<Listing.Entry>();
        answer.path("outages").forEach(one -> entries.add(entry(one)));
        return new Listing(Instant.parse(answer.path("asOf").asText()), entries);
    }

    private static Listing.Entry entry(JsonNode one) {
        var outage = one.path("outage").asText();
        return new Listing.Entry(
                outage,
                outage,
                one.path("release").asLong(),
                one.path("status").asText(),
                one.has("ert") ? Instant.parse(one.path("ert").asText()) : null,
                true);
    }
}
