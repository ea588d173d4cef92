package io.outflow.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which row of the {@link Policy} guards a service, a service method, a REST controller or a view. On a Spring bean it
 * is enforced at each call from outside the bean, on a view at each navigation. A method's annotation replaces its class's.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    Action value();

    /** The permission needed at least. */
    Permission level() default Permission.DO;
}
