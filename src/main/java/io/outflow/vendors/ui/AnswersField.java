package io.outflow.vendors.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.outflow.vendors.content.Review;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The questions of a review, each with room for its answer; further questions can be added. */
final class AnswersField extends CustomField<List<Review.Answer>> {

    private static final long serialVersionUID = 1L;

    private final Div rows = new Div();
    private final List<Row> shown = new ArrayList<>();

    AnswersField(String label) {
        super(List.of());
        setLabel(label);
        rows.addClassName("answers");
        add(rows, new Button("Add a question", e -> addRow(new Review.Answer("", ""))
                .focus()));
    }

    @Override
    protected List<Review.Answer> generateModelValue() {
        return shown.stream()
                .map(Row::answer)
                .filter(answer ->
                        !answer.question().isEmpty() || !answer.answer().isEmpty())
                .toList();
    }

    @Override
    protected void setPresentationValue(@Nullable List<Review.Answer> value) {
        rows.removeAll();
        shown.clear();
        if (value != null) {
            value.forEach(this::addRow);
        }
    }

    private Row addRow(Review.Answer answer) {
        var row = new Row(answer);
        shown.add(row);
        rows.add(row.question, row.answer);
        return row;
    }

    /** A question with its answer. A question that was asked before is the label of its answer. */
    private final class Row {

        private final TextField question = new TextField("Question");
        private final TextArea answer = new TextArea();

        Row(Review.Answer from) {
            question.setValue(from.question());
            question.setVisible(from.question().isEmpty());
            question.setValueChangeMode(ValueChangeMode.EAGER);
            answer.setLabel(from.question().isEmpty() ? "Answer" : from.question());
            answer.setValue(from.answer());
            answer.setValueChangeMode(ValueChangeMode.EAGER);
            question.addValueChangeListener(e -> updateValue());
            answer.addValueChangeListener(e -> updateValue());
        }

        Review.Answer answer() {
            return new Review.Answer(question.getValue(), answer.getValue());
        }

        void focus() {
            question.focus();
        }
    }
}
