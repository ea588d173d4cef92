package io.outflow;

import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.di.InstantiatorFactory;
import com.vaadin.flow.server.VaadinService;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes views out of fakes, for tests of screens that need no application: name it in {@code lookupServices()} and put what
 * the views' constructors ask for into {@link #use}.
 */
public class FakeBeans implements InstantiatorFactory {
    private static final List<Object> BEANS = new ArrayList<>();

    public static void use(Object... beans) {
        BEANS.clear();
        BEANS.addAll(Arrays.asList(beans));
    }

    @Override
    public Instantiator createInstantitor(VaadinService service) {
        return new DefaultInstantiator(service) {
            @Override
            public <T> T getOrCreate(Class<T> type) {
                return Arrays.stream(type.getDeclaredConstructors())
                        .filter(constructor -> constructor.getParameterCount() > 0)
                        .filter(constructor ->
                                Arrays.stream(constructor.getParameterTypes()).allMatch(FakeBeans::known))
                        .findFirst()
                        .map(constructor -> type.cast(make(constructor)))
                        .orElseGet(() -> super.getOrCreate(type));
            }
        };
    }

    private static boolean known(Class<?> type) {
        return BEANS.stream().anyMatch(type::isInstance);
    }

    private static Object make(Constructor<?> constructor) {
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                    .map(type ->
                            BEANS.stream().filter(type::isInstance).findFirst().orElseThrow())
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + constructor, e);
        }
    }
}
