package routes.intake;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Takes crews' reports from files, one file after the other, oldest first. A batch of reports is one JMS transaction; then the
 * file's place is kept. The good reports of a file go on whatever the others are.
 */
@Component
class DropRoute extends RouteBuilder {

    static final String ID = "cms-files";

    private final CmsDrop drop;
    private final FileRoom room;

    DropRoute(CmsDrop drop, FileRoom room) {
        this.drop = drop;
        this.room = room;
    }

    @Override
    public void configure() {
        from("file:{{hub.drop.cms}}/in?includeExt=json,xml,csv&filter=#dropFolder&sortBy=file:modified"
                        + "&initialDelay=500&delay=250&move=${variable.target}")
                .routeId(ID)
                .description("Takes crews' reports from files, batch by batch, and keeps its place in each")
                .routeConfigurationId("drop")
                .bean(drop, "open")
                .split(body())
                .streaming()
                .stopOnException()
                .loopDoWhile(method(room, "isShort"))
                .delay(500)
                .syncDelayed()
                .end()
                .end()
                .setVariable("batch", body())
                .setBody(simple("${body.reports}"))
                .to("direct:accept")
                .bean(drop, "keep(${variable.batch})")
                .end()
                .bean(drop, "settle")
                .setVariable("target", body());
    }
}
