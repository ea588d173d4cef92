package io.outflow.vendors.content;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a component is called on screens and in files, and what to say below its field. */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Label {

    String value();

    /** A sentence that helps whoever fills the field; empty when the label says it all. */
    String help() default "";

    /** Whether the text may have several lines. */
    boolean lines() default false;
}
