package io.outflow.vendors.content;

import java.util.List;
import java.util.UUID;

/**
 * What our people built on products, such as an AI system "web UI -> Lambda -> Bedrock -> S3".
 *
 * @param steps the parts that data passes, in order
 * @param products the products it uses
 */
public record Application(
        @Label("Name") String name,
        @Label(value = "Purpose", lines = true) String purpose,

        @Label(value = "Owner", help = "Who looks after it in our house")
        String owner,

        @Label(value = "Steps", help = "The parts that data passes, one a line, in order")
        List<String> steps,

        @Label("Products") List<UUID> products,
        @Label(value = "Notes", lines = true) String notes)
        implements Content {

    public Application {
        name = Texts.of(name);
        purpose = Texts.of(purpose);
        owner = Texts.of(owner);
        steps = Texts.of(steps);
        products = Texts.list(products);
        notes = Texts.of(notes);
    }

    @Override
    public String heading() {
        return name;
    }

    @Override
    public List<Problem> problems() {
        return Problem.all(Problem.missing("name", name, "Give the application a name."));
    }
}
