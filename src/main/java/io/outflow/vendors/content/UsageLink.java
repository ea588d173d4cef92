package io.outflow.vendors.content;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How calls of a product or an application are known in the logs ("seen as"). A call belongs when every list that says
 * anything has a text that fits; {@code *} stands for any text and case does not matter.
 *
 * @param channels such as {@code BEDROCK_RUNTIME} or its name on screens
 * @param models names in words or ids as the caller wrote them
 * @param profiles inference profiles by the id or ARN that the call named
 * @param roles roles by ARN, or ids of callers
 * @param projects mantle projects or Claude Platform workspaces
 * @param metadata request metadata as {@code key=value}
 */
public record UsageLink(
        @Label(value = "Channels", help = "Such as BEDROCK_RUNTIME, one a line")
        List<String> channels,

        @Label(value = "Accounts", help = "One a line") List<String> accounts,

        @Label(value = "Regions", help = "The Regions called, one a line")
        List<String> regions,

        @Label(value = "Models", help = "Names or ids, one a line, such as Claude*")
        List<String> models,

        @Label(value = "Profiles", help = "Inference profiles by id or ARN, one a line")
        List<String> profiles,

        @Label(value = "Roles", help = "Roles by ARN or callers by id, one a line, such as *role/claims-*")
        List<String> roles,

        @Label(value = "Projects", help = "Mantle projects or workspaces, one a line")
        List<String> projects,

        @Label(value = "Metadata", help = "As key=value, one a line")
        List<String> metadata,

        @Label(value = "Notes", lines = true) String notes)
        implements Content {

    public UsageLink {
        channels = Texts.of(channels);
        accounts = Texts.of(accounts);
        regions = Texts.of(regions);
        models = Texts.of(models);
        profiles = Texts.of(profiles);
        roles = Texts.of(roles);
        projects = Texts.of(projects);
        metadata = Texts.of(metadata);
        notes = Texts.of(notes);
    }

    /** How many lists say something; of two links that fit, the one that says more counts. */
    public int weight() {
        return (int) lists().filter(list -> !list.isEmpty()).count();
    }

    private Stream<List<String>> lists() {
        return Stream.of(channels, accounts, regions, models, profiles, roles, projects, metadata);
    }

    @Override
    public String heading() {
        return "Seen as: " + lists().flatMap(List::stream).limit(3).collect(Collectors.joining(", "));
    }

    @Override
    public List<Problem> problems() {
        return Problem.all(
                Problem.when(weight() == 0, "channels", "Say at least one thing by which its calls are known."),
                Problem.when(
                        metadata.stream().anyMatch(text -> text.indexOf('=') < 1),
                        "metadata",
                        "Write metadata as key=value."));
    }
}
