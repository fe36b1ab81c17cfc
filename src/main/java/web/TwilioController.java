package web;

import jakarta.servlet.http.HttpServletRequest;
import mapping.NoticeWords;
import mapping.TwilioError;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import outage.HubClock;
import preferences.Channel;
import preferences.Keyword;
import store.Addresses;
import store.NoticeResults;

/** What Twilio tells the hub: what became of a text, and what customers write back. */
@RestController
@RequestMapping(path = "/api/twilio", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
class TwilioController {

    private static final String BY_TEXT = "SMS";

    private final TwilioSignature signature;
    private final NoticeResults results;
    private final Addresses addresses;
    private final NoticeWords words;
    private final HubClock clock;
    private final String phone;

    /** @param phone the number that customers may call */
    TwilioController(
            TwilioSignature signature,
            NoticeResults results,
            Addresses addresses,
            NoticeWords words,
            HubClock clock,
            @Value("${hub.oan.phone}") String phone) {
        this.signature = signature;
        this.results = results;
        this.addresses = addresses;
        this.words = words;
        this.clock = clock;
        this.phone = phone;
    }

    /** What became of a text that Twilio took: one that did not arrive goes by the next channel. */
    @PostMapping("/status")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void status(@RequestParam long delivery, HttpServletRequest request) {
        var posted = signature.posted(request);
        var status = posted.getOrDefault("MessageStatus", "");
        if (!status.equals("failed") && !status.equals("undelivered")) {
            return;
        }
        var number = number(posted.get("ErrorCode"));
        var code = TwilioError.code(number);
        var address = posted.getOrDefault("To", "");
        switch (TwilioError.of(number)) {
            case STOPPED -> addresses.stop(Channel.SMS, address, clock.instant(), code);
            case BAD_ADDRESS -> addresses.bad(Channel.SMS, address, clock.instant(), code);
            case OTHER -> {}
        }
        results.undelivered(delivery, posted.get("MessageSid"), code, "Twilio says that it is " + status);
    }

    private static int number(String code) {
        return code != null && code.matches("\\d{1,9}") ? Integer.parseInt(code) : 0;
    }

    /** A customer writes back. To STOP and START Twilio answers itself; to HELP too, where it says that it understood. */
    @PostMapping(path = "/incoming", produces = MediaType.TEXT_XML_VALUE)
    String incoming(HttpServletRequest request) {
        var posted = signature.posted(request);
        var from = posted.getOrDefault("From", "");
        var answer = "";
        switch (Keyword.of(posted.getOrDefault("Body", ""))) {
            case STOP -> addresses.stop(Channel.SMS, from, clock.instant(), BY_TEXT);
            case START -> addresses.start(Channel.SMS, from);
            case HELP -> {
                if (!posted.containsKey("OptOutType")) {
                    answer = "<Message>" + HtmlUtils.htmlEscape(words.help(phone), "UTF-8") + "</Message>";
                }
            }
            case NONE -> {}
        }
        return "<Response>" + answer + "</Response>";
    }
}
