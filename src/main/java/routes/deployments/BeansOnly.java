package routes.deployments;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Component;
import org.apache.camel.spi.BeanRepository;

/** The hub's beans without its components: a trial that got hold of one would stop it with itself. */
record BeansOnly(BeanRepository hub) implements BeanRepository {

    @Override
    public Object lookupByName(String name) {
        return hidden(hub.lookupByName(name));
    }

    @Override
    public <T> T lookupByNameAndType(String name, Class<T> type) {
        return hidden(hub.lookupByNameAndType(name, type));
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
        return hub.findByTypeWithName(type).entrySet().stream()
                .filter(bean -> !(bean.getValue() instanceof Component))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
        return hub.findByType(type).stream()
                .filter(bean -> !(bean instanceof Component))
                .collect(Collectors.toSet());
    }

    private static <T> T hidden(T bean) {
        return bean instanceof Component ? null : bean;
    }
}
