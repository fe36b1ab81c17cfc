package hub;

import com.twilio.http.TwilioRestClient;
import com.twilio.security.RequestValidator;
import java.util.UUID;
import org.apache.camel.component.twilio.TwilioComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import preferences.Channel;
import routes.channels.TwilioLine;

/** The utility's account at Twilio. */
@Configuration(proxyBeanMethods = false)
class TwilioWiring {

    /** @throws IllegalStateException when texts are to go out and there is nobody to send them by */
    @Bean
    TwilioRestClient twilio(HubProperties properties) {
        var account = properties.twilio();
        if (properties.notices().channels().contains(Channel.SMS)) {
            want("hub.twilio.account-sid", HubProperties.isSet(account.accountSid()));
            want("hub.twilio.auth-token", HubProperties.isSet(account.authToken()));
            want(
                    "a sender under hub.notices.senders with the channel SMS",
                    properties.notices().senders().values().stream()
                            .anyMatch(sender -> sender.channel() == Channel.SMS));
        }
        return new TwilioRestClient.Builder(account.accountSid(), account.authToken())
                .httpClient(new TwilioLine(account.url(), account.callTimeout()))
                .build();
    }

    private static void want(String setting, boolean there) {
        if (!there) {
            throw new IllegalStateException("hub.notices.channels names SMS: set " + setting + " too");
        }
    }

    @Bean
    ComponentCustomizer twilioClient(TwilioRestClient client) {
        return ComponentCustomizer.builder(TwilioComponent.class).build(twilio -> twilio.setRestClient(client));
    }

    /** Judges what says that it comes from Twilio. */
    @Bean
    RequestValidator twilioSignatures(HubProperties properties) {
        var token = properties.twilio().authToken();
        return new RequestValidator(
                HubProperties.isSet(token) ? token : UUID.randomUUID().toString());
    }
}
