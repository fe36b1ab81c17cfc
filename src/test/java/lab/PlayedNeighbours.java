package lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All neighbours of one hub that runs in a process of its own, on free ports; what each received is written into the folder.
 * They outlive the hub, however often it is killed.
 */
record PlayedNeighbours(
        Path folder,
        int broker,
        String password,
        PlayedOms oms,
        PlayedCrm crm,
        PlayedCms cms,
        PlayedCss css,
        PlayedSap wms,
        int crmPort,
        int sapPort)
        implements AutoCloseable {

    static PlayedNeighbours in(Path folder) {
        var broker = Ports.free();
        var crm = Ports.free();
        var sap = Ports.free();
        var password = UUID.randomUUID().toString();
        var url = "tcp://127.0.0.1:" + broker;
        return new PlayedNeighbours(
                folder,
                broker,
                password,
                new PlayedOms(url, password, Pace.WALL, folder),
                new PlayedCrm(crm, Pace.WALL, folder),
                new PlayedCms(url, password, folder.resolve("drop"), Pace.WALL, folder),
                new PlayedCss(url, password, Pace.WALL, folder),
                new PlayedSap(sap, Pace.WALL, folder),
                crm,
                sap);
    }

    /** A hub that finds them, with its data in the same folder; not started. */
    HubProcess hub(List<String> program, String... more) {
        var port = Ports.free();
        var settings = new ArrayList<>(List.of(
                "server.port=" + port,
                "hub.data=" + folder.resolve("data").toAbsolutePath(),
                "hub.drop.cms=" + folder.resolve("drop").toAbsolutePath(),
                "hub.broker.acceptor=127.0.0.1:" + broker,
                "hub.endpoints.crm=http://127.0.0.1:" + crmPort + "/crm/outages",
                "hub.sap.destinations.wms.url=http://127.0.0.1:" + sapPort));
        settings.addAll(List.of(more));
        var environment = Map.of(
                "HUB_BROKER_USERS_OMS_PASSWORD", password,
                "HUB_BROKER_USERS_CMS_PASSWORD", password,
                "HUB_BROKER_USERS_CSS_PASSWORD", password,
                "HUB_ADMIN_PASSWORD", password);
        return new HubProcess(program, folder, port, settings, environment);
    }

    /** They come. */
    void on() {
        oms.on();
        crm.on();
        cms.on();
        css.on();
        wms.on();
    }

    @Override
    public void close() {
        oms.close();
        crm.close();
        cms.close();
        css.close();
        wms.close();
    }
}
