package io.outflow.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.outflow.base.Formats;
import java.time.LocalDate;

/** What people do with the forms of screens. */
final class Forms {

    private Forms() {}

    static void choose(Page page, Locator form, String label, String option) {
        form.getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(option).setExact(true))
                .click();
    }

    static void day(Locator form, String label, LocalDate day) {
        var field = form.getByLabel(label);
        field.fill(Formats.day(day));
        // Closes the calendar, where a Tab would lead into it.
        field.press("Enter");
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
