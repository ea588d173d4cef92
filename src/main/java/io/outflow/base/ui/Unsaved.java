package io.outflow.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.BeforeLeaveEvent;

/** Holds back leaving while something is not saved: inside Outflow by a question, outside by the browser's own. */
public final class Unsaved {
    private boolean unsaved;

    public boolean is() {
        return unsaved;
    }

    public void set(boolean now) {
        if (unsaved == now) {
            return;
        }
        unsaved = now;
        var ui = UI.getCurrent();
        if (ui != null) {
            ui.getPage().executeJs("window.onbeforeunload = $0 ? e => { e.preventDefault(); return ''; } : null", now);
        }
    }

    public void beforeLeave(BeforeLeaveEvent event) {
        if (!unsaved) {
            return;
        }
        var leaving = event.postpone();
        ask(leaving::proceed, leaving::cancel);
    }

    /** Does something that loses what is not saved, after a question when there is any. */
    public void leave(Runnable leave) {
        if (unsaved) {
            ask(leave, () -> {});
        } else {
            leave.run();
        }
    }

    private void ask(Runnable leave, Runnable stay) {
        var question = new ConfirmDialog();
        question.setHeader("Leave without saving?");
        question.setText("What you changed here is not saved and would be lost.");
        question.setConfirmText("Leave without saving");
        question.setConfirmButtonTheme("error primary");
        question.setCancelable(true);
        question.setCancelText("Stay");
        question.addConfirmListener(e -> {
            set(false);
            leave.run();
        });
        question.addCancelListener(e -> stay.run());
        question.open();
    }
}
