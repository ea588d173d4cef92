package io.outflow.vendors.compare;

import io.outflow.vendors.compare.DataFlow.House;
import io.outflow.vendors.compare.DataFlow.Place;
import io.outflow.vendors.compare.DataFlow.Point;
import io.outflow.vendors.compare.DataFlow.Presence;
import io.outflow.vendors.compare.DataFlow.Step;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** Draws a flow as SVG, with the steps of all products on common heights. Solid is proven, dashed is claimed. */
public final class DataFlowDrawing {

    private static final int WIDTH = 520;
    private static final int HEIGHT = 352;
    private static final int[] TOP = {14, 102, 190, 284};
    private static final int BOX_LEFT = 58;
    private static final int BOX_WIDTH = 222;
    private static final int BOX_HEIGHT = 50;
    private static final int LINE_END = 320;
    private static final int TITLE_CHARS = 30;
    private static final int DETAIL_CHARS = 36;
    private static final int POINT_CHARS = 30;

    private final StringBuilder svg = new StringBuilder();

    private DataFlowDrawing() {}

    /** The drawing as an SVG element; every text of the register in it is escaped. */
    public static String of(DataFlow flow) {
        var drawing = new DataFlowDrawing();
        drawing.draw(flow);
        return drawing.svg.toString();
    }

    private void draw(DataFlow flow) {
        svg.append("<svg class=\"ch flow\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
                .formatted(WIDTH, HEIGHT, escape(flow.sentence())));
        frames(flow);
        for (var step : flow.steps()) {
            box(step);
        }
        for (var i = 1; i < flow.steps().size(); i++) {
            arrow(TOP[i - 1] + BOX_HEIGHT, TOP[i], flow.steps().get(i).claimed());
        }
        var operatorPoints = 0;
        for (var point : flow.points()) {
            point(point, y(point.at(), point.at() == Place.OPERATOR ? operatorPoints++ : 0));
        }
        svg.append("</svg>");
    }

    private void frames(DataFlow flow) {
        var claimed = flow.steps().get(Place.MODEL.ordinal()).claimed();
        if (flow.house() == House.OURS) {
            frame(2, HEIGHT - 6, "yours", true, false);
        } else if (flow.house() == House.ONE_CLOUD) {
            frame(2, HEIGHT - 6, flow.frame(), true, claimed);
        } else {
            frame(2, 72, "yours", true, false);
            frame(90, HEIGHT - 94, flow.frame(), false, claimed);
        }
    }

    private void frame(int top, int height, String name, boolean ours, boolean claimed) {
        svg.append("<rect x=\"8\" y=\"%d\" width=\"290\" height=\"%d\" rx=\"4\" class=\"frame%s%s\"/>"
                .formatted(top, height, ours ? " ours" : "", claimed ? " claimed" : ""));
        svg.append("<text class=\"sm md\" transform=\"translate(28 %d) rotate(-90)\" text-anchor=\"end\">%s</text>"
                .formatted(top + 12, text(name, height / 7)));
    }

    private void box(Step step) {
        var top = TOP[step.place().ordinal()];
        svg.append("<g>");
        title(step.title() + ", " + step.detail() + (step.claimed() ? ". Claimed, not confirmed." : "."));
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"3\" class=\"box%s\"/>"
                .formatted(BOX_LEFT, top, BOX_WIDTH, BOX_HEIGHT, step.claimed() ? " claimed" : ""));
        svg.append("<text class=\"ink b t\" x=\"72\" y=\"%d\">%s</text>"
                .formatted(top + 21, text(step.title(), TITLE_CHARS)));
        svg.append("<text class=\"sm\" x=\"72\" y=\"%d\">%s</text></g>"
                .formatted(top + 37, text(step.detail(), DETAIL_CHARS)));
    }

    private void arrow(int from, int to, boolean claimed) {
        svg.append("<path d=\"M169 %dV%d\" class=\"way%s\"/>".formatted(from, to - 6, claimed ? " claimed" : ""));
        svg.append("<path d=\"m164.5 %d 4.5 7 4.5-7z\" class=\"tip\"/>".formatted(to - 8));
    }

    private void point(Point point, int y) {
        var start = point.at() == Place.APPLICATION || point.at() == Place.MODEL ? 173 : 280;
        svg.append("<g>");
        title("%s: %s. %s%s"
                .formatted(
                        point.name(),
                        point.presence().word(),
                        point.detail(),
                        point.claimed() ? " Claimed, not confirmed." : ""));
        svg.append("<path d=\"M%d %dH%d\" class=\"lead\"/>".formatted(start, y, LINE_END));
        svg.append(
                "<svg x=\"326\" y=\"%d\" width=\"14\" height=\"14\" class=\"i %s\"><use href=\"icons.svg#%s\"/></svg>"
                        .formatted(y - 7, point.presence().name().toLowerCase(Locale.ROOT), glyph(point.presence())));
        svg.append("<text class=\"ink md p\" x=\"346\" y=\"%d\">%s</text>"
                .formatted(y + 4, text(point.name(), POINT_CHARS)));
        svg.append("<text class=\"sm\" x=\"346\" y=\"%d\">%s</text></g>"
                .formatted(
                        y + 18,
                        text(
                                point.presence().word() + (point.detail().isEmpty() ? "" : ": " + point.detail()),
                                POINT_CHARS)));
    }

    /** Private networking acts between application and operator, keys between model and readers. */
    private static int y(Place at, int number) {
        return switch (at) {
            case APPLICATION -> 80;
            case OPERATOR -> 114 + 34 * number;
            case MODEL -> 260;
            case READERS -> 304;
        };
    }

    private static String glyph(Presence presence) {
        return switch (presence) {
            case CONFIGURED -> "k-on";
            case POSSIBLE -> "k-half";
            case ABSENT -> "k-off";
            case UNKNOWN -> "x-cant";
        };
    }

    private void title(String text) {
        svg.append("<title>").append(escape(text)).append("</title>");
    }

    private static String text(String text, int longest) {
        return escape(
                text.length() <= longest ? text : text.substring(0, longest - 1).strip() + "…");
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
