package io.outflow.access.ui;

import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.shared.ApplicationConstants;
import io.outflow.access.internal.EndedAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Leads to the sign-in page, which says that the time is over: a page at once, an open page with its next call. */
@Component
class EndedPage implements EndedAnswer {

    @Override
    public boolean tell(HttpServletRequest request, HttpServletResponse response, Instant endedAt) throws IOException {
        var login = address(request.getContextPath(), endedAt);
        var type = request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER);
        if (type == null) {
            response.sendRedirect(login);
            return true;
        }
        if (type.equals(RequestType.UIDL.getIdentifier())) {
            response.setContentType("application/json");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader("Cache-Control", "no-store");
            // Without words of its own the client goes to the address.
            response.getWriter().write(VaadinService.createCriticalNotificationJSON(null, null, null, login));
        }
        return false;
    }

    /** The sign-in page with the sentence on it. */
    static String address(String context, Instant endedAt) {
        return context + "/login?ended=" + endedAt;
    }
}
