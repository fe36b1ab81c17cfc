package lab;

import hub.HubApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.aop.MethodBeforeAdvice;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.Environment;
import store.Deliveries;
import store.Parcel;
import store.WmsObjects;

/**
 * The hub with one flaw: at the first yes of the neighbour named by {@code lab.flaw.neighbour}, and before the hub's record of
 * it, the process ends as if by SIGKILL. Its start after that does not do it again.
 */
public final class FlawedHub {

    /** As SIGKILL would have it. */
    private static final int KILLED = 137;

    private FlawedHub() {}

    public static void main(String[] args) {
        var hub = new SpringApplication(HubApplication.class);
        hub.addInitializers(
                context -> context.getBeanFactory().addBeanPostProcessor(new Flaw(context.getEnvironment())));
        hub.run(args);
    }

    private record Flaw(Environment settings) implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (!(bean instanceof Deliveries || bean instanceof WmsObjects)) {
                return bean;
            }
            var flawed = new ProxyFactory(bean);
            flawed.setProxyTargetClass(true);
            flawed.addAdvice((MethodBeforeAdvice) (method, arguments, target) -> {
                if (neighbour().equals(recorded(method.getName(), arguments))) {
                    endOnce();
                }
            });
            return flawed.getProxy();
        }

        /** Whose yes is about to be recorded; null for any other call. What SAP has is recorded before the delivery is. */
        private static String recorded(String method, Object[] arguments) {
            return switch (method) {
                case "delivered" -> ((Parcel) arguments[0]).neighbour();
                case "keep" -> "wms";
                default -> null;
            };
        }

        private String neighbour() {
            return settings.getProperty("lab.flaw.neighbour", "nobody");
        }

        private void endOnce() {
            try {
                Files.createFile(Path.of(settings.getRequiredProperty("hub.data"), "ended-after-" + neighbour()));
            } catch (FileAlreadyExistsException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
