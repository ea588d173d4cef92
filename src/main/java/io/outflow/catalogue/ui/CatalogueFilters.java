package io.outflow.catalogue.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.outflow.catalogue.Confidence;
import io.outflow.vendors.content.Category;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What narrows the list of the catalogue. Changes go out as a query; what comes in is only shown. */
class CatalogueFilters extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final String ALL = "";

    private final TextField words = new TextField();
    private final Select<String> vendor;
    private final Select<String> category;
    private final Select<String> confidence;
    private final Select<String> added;
    private final Button clear;
    private final transient Consumer<CatalogueQuery> onChange;
    private transient CatalogueQuery shown = CatalogueQuery.ALL;

    CatalogueFilters(List<String> vendors, Consumer<CatalogueQuery> onChange) {
        this.onChange = onChange;
        words.setPlaceholder("Find vendor, product or fact");
        words.setAriaLabel("Find vendor, product or fact");
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        vendor = select("Vendor", "All vendors", names(vendors));
        category = select("Category", "All categories", categories());
        confidence = select("Confidence", "Any confidence", confidences());
        added = select("In the register", "Added or not", Map.of("yes", "Added", "no", "Not added"));
        clear = new Button(
                "Clear",
                click -> onChange.accept(new CatalogueQuery("", "", "", "", "", shown.sort(), shown.descending())));
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        words.addValueChangeListener(change -> tell(change.isFromClient()));
        Stream.of(vendor, category, confidence, added)
                .forEach(select -> select.addValueChangeListener(change -> tell(change.isFromClient())));
        getContent().addClassName("filters");
        getContent().getElement().setAttribute("role", "group");
        getContent().getElement().setAttribute("aria-label", "Filters");
        getContent().add(words, vendor, category, confidence, added, clear);
    }

    void show(CatalogueQuery query) {
        shown = query;
        if (!words.getValue().strip().equals(query.words())) {
            words.setValue(query.words());
        }
        vendor.setValue(query.vendor());
        category.setValue(query.category().toUpperCase(java.util.Locale.ROOT));
        confidence.setValue(query.confidence().toUpperCase(java.util.Locale.ROOT));
        added.setValue(query.added());
        clear.setVisible(query.restricts());
    }

    private void tell(boolean byReader) {
        if (byReader) {
            onChange.accept(new CatalogueQuery(
                    words.getValue().strip(),
                    vendor.getValue(),
                    category.getValue(),
                    confidence.getValue(),
                    added.getValue(),
                    shown.sort(),
                    shown.descending()));
        }
    }

    private static Select<String> select(String label, String all, Map<String, String> choices) {
        var select = new Select<String>();
        var items = new LinkedHashMap<String, String>();
        items.put(ALL, all);
        items.putAll(choices);
        select.setItems(items.keySet());
        select.setItemLabelGenerator(item -> items.getOrDefault(item, item));
        select.setAriaLabel(label);
        select.setValue(ALL);
        return select;
    }

    private static Map<String, String> names(List<String> names) {
        var result = new LinkedHashMap<String, String>();
        names.forEach(name -> result.put(name, name));
        return result;
    }

    private static Map<String, String> categories() {
        var result = new LinkedHashMap<String, String>();
        Arrays.stream(Category.values())
                .filter(one -> one != Category.UNKNOWN)
                .forEach(one -> result.put(one.name(), one.label()));
        return result;
    }

    private static Map<String, String> confidences() {
        var result = new LinkedHashMap<String, String>();
        Arrays.stream(Confidence.values()).forEach(one -> result.put(one.name(), one.label()));
        return result;
    }
}
