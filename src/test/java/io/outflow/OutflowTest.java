package io.outflow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test with the whole application, on an in-memory database with the administrator {@code admin}. All such tests share one
 * context, because the view tests lose the signed-in person when there are several: never add a mock bean, a property or a
 * profile to a single test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ContextConfiguration(initializers = TestHome.class)
public @interface OutflowTest {

    String ADMIN = "admin";
    String ADMIN_PASSWORD = "violet anchor sleeps";
}
