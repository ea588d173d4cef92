package io.outflow.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the family and version of a model into words, by the pattern of its id. */
final class ModelNames {
    /** What follows the name: a context size such as {@code :200k} or {@code [1m]}. */
    private static final Pattern CONTEXT = Pattern.compile("(:[0-9]+[km]|\\[[0-9]+[km]])+$");

    private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,3}(\\.[0-9]+)*");
    private static final Pattern DATE = Pattern.compile("[0-9]{6,8}");
    private static final Pattern VERSION = Pattern.compile("v([0-9]+)(?::([0-9]+))?");
    private static final Pattern REVISION = Pattern.compile("([0-9]+):([0-9]+)");
    private static final Pattern GLUED = Pattern.compile("([a-z]{3,})([0-9][0-9.]*)");
    private static final Pattern SIZE = Pattern.compile("[0-9]+(x[0-9]+)?[bm]|[a-z][0-9]+[a-z]?|a[0-9]+b");

    private static final Map<String, String> PROVIDERS = Map.ofEntries(
            Map.entry("amazon", "Amazon"),
            Map.entry("meta", ""),
            Map.entry("mistral", ""),
            Map.entry("cohere", "Cohere"),
            Map.entry("ai21", "AI21"),
            Map.entry("stability", "Stability"),
            Map.entry("deepseek", "DeepSeek"),
            Map.entry("openai", "OpenAI"),
            Map.entry("qwen", ""),
            Map.entry("writer", "Writer"),
            Map.entry("luma", "Luma"),
            Map.entry("nvidia", "NVIDIA"),
            Map.entry("google", "Google"),
            Map.entry("minimax", ""),
            Map.entry("zai", "Z.AI"),
            Map.entry("twelvelabs", "TwelveLabs"));

    private static final Map<String, String> SPELLINGS = Map.of(
            "gpt", "GPT", "oss", "OSS", "glm", "GLM", "sdxl", "SDXL", "tts", "TTS", "vl", "VL", "deepseek", "DeepSeek");

    private ModelNames() {}

    /** The words for a model's name without geography and provider. */
    static String words(String provider, String name) {
        String lower = CONTEXT.matcher(name.toLowerCase(Locale.ROOT)).replaceFirst("");
        return provider.equals("anthropic") ? claude(lower) : other(provider, lower);
    }

    /**
     * {@code claude-sonnet-4-5-20250929-v1:0} is Claude Sonnet 4.5, {@code claude-3-5-haiku-…} Claude 3.5 Haiku: numbers that
     * stand together are one version, dates are left out. Early models have their version in the {@code v}.
     */
    private static String claude(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder version = new StringBuilder();
        boolean versioned = false;
        boolean dated = false;
        String suffix = "";
        for (String token : name.split("-")) {
            Matcher v = VERSION.matcher(token);
            if (NUMBERS.matcher(token).matches()) {
                version.append(version.isEmpty() ? "" : ".").append(token);
                versioned = true;
                continue;
            }
            if (!version.isEmpty()) {
                words.add(version.toString());
                version.setLength(0);
            }
            if (DATE.matcher(token).matches()) {
                dated = true;
            } else if (v.matches()) {
                String minor = v.group(2);
                if (!versioned) {
                    words.add(v.group(1) + (minor == null || minor.equals("0") ? "" : "." + minor));
                } else if (dated && !v.group(1).equals("1")) {
                    suffix = " v" + v.group(1);
                }
            } else if (!token.isEmpty() && !token.equals("latest")) {
                words.add(capitalised(token));
            }
        }
        if (!version.isEmpty()) {
            words.add(version.toString());
        }
        return String.join(" ", words) + suffix;
    }

    private static String other(String provider, String name) {
        if (name.startsWith("titan-embed-text") || name.startsWith("titan-embed-image")) {
            boolean text = name.startsWith("titan-embed-text");
            Matcher v = VERSION.matcher(name);
            String version = v.find() && !v.group(1).equals("1") ? " v" + v.group(1) : "";
            return (text ? "Titan Text Embeddings" : "Titan Multimodal Embeddings") + version;
        }
        List<String> words = new ArrayList<>();
        String label = PROVIDERS.getOrDefault(provider, capitalised(provider));
        if (!label.isEmpty() && !name.startsWith(provider) && !name.startsWith("titan")) {
            words.add(label);
        }
        for (String token : name.split("-")) {
            Matcher v = VERSION.matcher(token);
            if (v.matches()) {
                if (!v.group(1).equals("1")) {
                    words.add("v" + v.group(1));
                }
            } else if (!REVISION.matcher(token).matches()
                    && !token.isEmpty()
                    && !DATE.matcher(token).matches()) {
                Matcher glued = GLUED.matcher(token);
                if (glued.matches()) {
                    words.add(capitalised(glued.group(1)));
                    words.add(glued.group(2));
                } else if (isDigit(token) && !words.isEmpty() && isDigit(words.getLast())) {
                    words.add(words.removeLast() + "." + token);
                } else {
                    words.add(capitalised(token));
                }
            }
        }
        return words.isEmpty() ? name : String.join(" ", words);
    }

    private static boolean isDigit(String token) {
        return token.length() == 1 && token.charAt(0) >= '0' && token.charAt(0) <= '9';
    }

    private static String capitalised(String token) {
        String spelling = SPELLINGS.get(token);
        if (spelling != null) {
            return spelling;
        }
        if (SIZE.matcher(token).matches()) {
            return token.toUpperCase(Locale.ROOT);
        }
        return token.isEmpty() ? token : Character.toUpperCase(token.charAt(0)) + token.substring(1);
    }
}
