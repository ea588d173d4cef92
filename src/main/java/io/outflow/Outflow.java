package io.outflow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application and its one entry point. */
@SpringBootApplication
public class Outflow {

    public static void main(String[] args) {
        SpringApplication.run(Outflow.class, args);
    }
}
