package io.outflow.access.internal;

import io.outflow.access.CurrentPerson;
import io.outflow.access.Requires;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.ClassFilter;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Enforces {@link Requires} at every call of a Spring bean, before a transaction begins. */
@Configuration(proxyBeanMethods = false)
class MethodGuard {

    private static final int BEFORE_TRANSACTIONS = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor requiresAdvisor(ObjectProvider<CurrentPerson> person) {
        // Screens are components with a life of their own; the navigation guards them.
        var pointcut = new ComposablePointcut(new AnnotationMatchingPointcut(Requires.class, true))
                .union(new AnnotationMatchingPointcut(null, Requires.class, true))
                .intersection((ClassFilter) type -> !(type.getPackageName() + ".").contains(".ui."));
        var advisor = new DefaultPointcutAdvisor(pointcut, guard(person));
        advisor.setOrder(BEFORE_TRANSACTIONS);
        return advisor;
    }

    private static MethodInterceptor guard(ObjectProvider<CurrentPerson> person) {
        return call -> {
            var target = call.getThis();
            var type = target == null ? call.getMethod().getDeclaringClass() : AopUtils.getTargetClass(target);
            var method = AopUtils.getMostSpecificMethod(call.getMethod(), type);
            var requires = AnnotatedElementUtils.findMergedAnnotation(method, Requires.class);
            if (requires == null) {
                requires = AnnotatedElementUtils.findMergedAnnotation(type, Requires.class);
            }
            if (requires != null && method.getDeclaringClass() != Object.class) {
                person.getObject().require(requires.value(), requires.level());
            }
            return call.proceed();
        };
    }
}
