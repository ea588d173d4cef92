package io.outflow.trail;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads model ids in all forms that a request may carry. Whether a model is Claude is decided by the prefix of its id, never
 * by a list, so that next year's models are recognised; an id that hides its model stays undecided.
 */
final class ModelIds {
    private static final String CLAUDE = "anthropic.claude";
    private static final String PLATFORM_CLAUDE = "claude-";
    private static final String GLOBAL = "global";
    private static final Set<String> GEOGRAPHIES =
            Set.of("us", "eu", "apac", "jp", "au", "ca", "sa", "ap", "us-gov", GLOBAL);

    /** A provider's segment, then a model name. */
    private static final Pattern PROVIDED = Pattern.compile("([a-z][a-z0-9-]+)\\.([A-Za-z0-9].*)");

    private static final Map<String, String> OPAQUE_KINDS = Map.of(
            "application-inference-profile", "Application profile",
            "inference-profile", "Inference profile",
            "provisioned-model", "Provisioned model",
            "custom-model", "Custom model",
            "custom-model-deployment", "Custom model deployment",
            "imported-model", "Imported model",
            "prompt", "Prompt",
            "prompt-router", "Prompt router",
            "default-prompt-router", "Prompt router",
            "endpoint", "SageMaker endpoint");

    private ModelIds() {}

    /** The model of an id, as a request on the channel names it; a null id names none. */
    static Model read(@Nullable String written, Channel channel) {
        String id = written == null ? "" : Texts.clean(written.strip());
        if (id.isEmpty()) {
            // The Claude Platform serves nothing but Claude.
            Claude claude = channel == Channel.CLAUDE_PLATFORM ? Claude.YES : Claude.UNDECIDED;
            return new Model("", "Model not named", null, claude, ProfileScope.OPAQUE, null);
        }
        String plain = decoded(id);
        if (plain.regionMatches(true, 0, "arn:", 0, 4)) {
            return ofArn(id, plain);
        }
        if (channel == Channel.CLAUDE_PLATFORM && plain.toLowerCase(Locale.ROOT).startsWith(PLATFORM_CLAUDE)) {
            String name = ModelNames.words("anthropic", plain);
            return new Model(id, name, "anthropic", Claude.YES, ProfileScope.IN_REGION, null);
        }
        return ofName(id, plain, false);
    }

    /** The same model, when the content log of the call tells what an opaque id hides. */
    static Model resolved(Model opaque, boolean anthropicVersion, @Nullable String answered) {
        if (opaque.claude() != Claude.UNDECIDED) {
            return opaque;
        }
        String model = answered == null ? "" : Texts.clean(answered.strip());
        if (model.toLowerCase(Locale.ROOT).startsWith(PLATFORM_CLAUDE)) {
            return with(opaque, ModelNames.words("anthropic", model), Claude.YES);
        }
        Model read = ofName(model, decoded(model), false);
        if (read.claude() != Claude.UNDECIDED) {
            String provider = read.provider();
            return new Model(opaque.id(), read.name(), provider, read.claude(), opaque.scope(), opaque.geography());
        }
        String hidden = opaque.id().isEmpty() ? "" : " (" + opaque.name() + ")";
        return anthropicVersion ? with(opaque, "Claude" + hidden, Claude.YES) : opaque;
    }

    private static Model with(Model opaque, String name, Claude claude) {
        return new Model(opaque.id(), name, "anthropic", claude, opaque.scope(), opaque.geography());
    }

    private static Model ofArn(String id, String arn) {
        String[] parts = arn.split(":", 6);
        String resource = parts.length < 6 ? "" : parts[5];
        int slash = resource.indexOf('/');
        if (slash < 0) {
            return opaque(id, id);
        }
        String kind = resource.substring(0, slash);
        String rest = resource.substring(slash + 1);
        String last = rest.substring(rest.lastIndexOf('/') + 1);
        switch (kind) {
            case "foundation-model" -> {
                return ofName(id, last, false);
            }
            case "inference-profile" -> {
                Model model = ofName(id, last, true);
                if (model.claude() != Claude.UNDECIDED) {
                    return model;
                }
            }
            case "custom-model" -> {
                Model base = ofName(id, base(rest), false);
                if (base.claude() != Claude.UNDECIDED) {
                    String name = base.name() + " (custom)";
                    return new Model(id, name, base.provider(), base.claude(), ProfileScope.OPAQUE, null);
                }
            }
            default -> {
                // An id that hides its model, such as an application profile's.
            }
        }
        String words = OPAQUE_KINDS.get(kind);
        return words == null ? opaque(id, id) : opaque(id, words + " " + abbreviated(last, kind));
    }

    /** The base model of {@code anthropic.claude-3-haiku-20240307-v1:0.our-name/abcdefabcdef}: up to the second dot. */
    private static String base(String rest) {
        int slash = rest.indexOf('/');
        String name = slash < 0 ? rest : rest.substring(0, slash);
        int dot = name.indexOf('.', name.indexOf('.') + 1);
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** Ids are cut to what tells them apart; names of endpoints are names and stay. */
    private static String abbreviated(String last, String kind) {
        return kind.equals("endpoint") || last.length() <= 4 ? last : last.substring(0, 4) + "…";
    }

    private static Model ofName(String id, String name, boolean profile) {
        int dot = name.indexOf('.');
        String first = dot < 0 ? "" : name.substring(0, dot).toLowerCase(Locale.ROOT);
        boolean crosses = GEOGRAPHIES.contains(first) && name.indexOf('.', dot + 1) > 0;
        String model = crosses ? name.substring(dot + 1) : name;
        ProfileScope scope = !crosses
                ? profile ? ProfileScope.OPAQUE : ProfileScope.IN_REGION
                : first.equals(GLOBAL) ? ProfileScope.GLOBAL : ProfileScope.GEOGRAPHY;
        String geography = scope == ProfileScope.GEOGRAPHY ? first : null;
        String lower = model.toLowerCase(Locale.ROOT);
        var provided = PROVIDED.matcher(lower);
        if (!provided.matches()) {
            return opaque(id, id);
        }
        String provider = provided.group(1);
        if (lower.startsWith(CLAUDE)) {
            String words = ModelNames.words(provider, provided.group(2));
            return new Model(id, words, provider, Claude.YES, scope, geography);
        }
        // A prefix that is no geography we know, or a model of Anthropic's that is not named Claude: nothing is
        // certain.
        if (provider.equals("anthropic") || provided.group(2).contains("anthropic.")) {
            return opaque(id, id);
        }
        return new Model(id, ModelNames.words(provider, provided.group(2)), provider, Claude.NO, scope, geography);
    }

    private static Model opaque(String id, String name) {
        return new Model(id, name, null, Claude.UNDECIDED, ProfileScope.OPAQUE, null);
    }

    /** Colons and slashes as an URL may carry them. */
    static String decoded(String id) {
        return id.indexOf('%') < 0
                ? id
                : id.replace("%3A", ":").replace("%3a", ":").replace("%2F", "/").replace("%2f", "/");
    }
}
