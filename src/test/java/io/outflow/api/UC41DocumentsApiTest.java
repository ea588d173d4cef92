package io.outflow.api;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.outflow.As;
import io.outflow.OutflowTest;
import io.outflow.access.People;
import io.outflow.access.Role;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Draft;
import io.outflow.vendors.Register;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.Vendor;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** UC-41: documents over the API. */
@OutflowTest
class UC41DocumentsApiTest {

    private static final String PASSWORD = "copper lantern drifts";

    @Autowired
    MockMvc web;

    @Autowired
    People people;

    @Autowired
    Register register;

    private final String mark = UUID.randomUUID().toString();
    private UUID product;

    @BeforeEach
    void aProduct() {
        As.role(Role.ADMIN);
        people.add("Legal " + mark, PASSWORD, Set.of(Role.LEGAL));
        people.add("Auditor " + mark, PASSWORD, Set.of(Role.AUDITOR));
        people.add("Admin " + mark, PASSWORD, Set.of(Role.ADMIN));
        As.role(Role.LEGAL);
        var vendor =
                register.add(new Draft(null, Vendor.named("Vendor " + mark), Basis.ours("", null, null)), "New vendor");
        product = register.add(
                        new Draft(vendor.id(), Product.named("Product"), Basis.ours("", null, null)), "New product")
                .id();
        As.nobody();
    }

    @AfterEach
    void signOut() {
        As.nobody();
    }

    @Test
    void aDocumentSentIsHandedOutAsAFileAndNothingElse() throws Exception {
        var sent = "<!DOCTYPE html><html><script>alert(1)</script></html>";
        var answer = web.perform(multipart("/api/v1/products/{id}/documents", product)
                        .file(file("DPA «signed».pdf", sent))
                        .param("title", "DPA")
                        .param("reason", "Signed")
                        .with(legal()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.mediaType").value("text/html"))
                .andExpect(header().string("Location", startsWith("/api/v1/documents/")))
                .andReturn();
        String id = JsonPath.read(answer.getResponse().getContentAsString(), "$.id");

        web.perform(get("/api/v1/documents/{id}", id).with(httpBasic("Auditor " + mark, PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(content().string(sent))
                .andExpect(header().string("Content-Disposition", startsWith("attachment; filename")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", containsString("private")))
                .andExpect(header().string("Content-Security-Policy", "default-src 'none'; sandbox"));
        web.perform(get("/api/v1/documents/{id}", id).with(httpBasic("Admin " + mark, PASSWORD)))
                .andExpect(status().isForbidden());
    }

    @Test
    void aProgramNamedPdfIsRefusedInWords() throws Exception {
        web.perform(multipart("/api/v1/products/{id}/documents", product)
                        .file(file("dpa.pdf", "#!/bin/sh\nrm -rf /\n"))
                        .param("reason", "Signed")
                        .with(legal()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(startsWith("dpa.pdf is a program")))
                .andExpect(jsonPath("$.errors[0].field").value("file"));
    }

    @Test
    void withoutAReasonOrAFileNothingIsStored() throws Exception {
        web.perform(multipart("/api/v1/products/{id}/documents", product)
                        .file(file("dpa.pdf", "%PDF-1.7"))
                        .with(legal()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("reason"));
        web.perform(multipart("/api/v1/products/{id}/documents", product)
                        .param("reason", "Signed")
                        .with(legal()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("file"));
    }

    @Test
    void whoMayOnlyReadSendsNothing() throws Exception {
        web.perform(multipart("/api/v1/products/{id}/documents", product)
                        .file(file("dpa.pdf", "%PDF-1.7"))
                        .param("reason", "Signed")
                        .with(httpBasic("Auditor " + mark, PASSWORD)))
                .andExpect(status().isForbidden());
    }

    @Test
    void whatIsNotThereIsSaidSo() throws Exception {
        web.perform(get("/api/v1/documents/{id}", UUID.randomUUID()).with(legal()))
                .andExpect(status().isNotFound());
        web.perform(multipart("/api/v1/vendors/{id}/documents", product)
                        .file(file("dpa.pdf", "%PDF-1.7"))
                        .param("reason", "Signed")
                        .with(legal()))
                .andExpect(status().isNotFound());
    }

    private RequestPostProcessor legal() {
        return httpBasic("Legal " + mark, PASSWORD);
    }

    private static MockMultipartFile file(String name, String text) {
        return new MockMultipartFile("file", name, "application/pdf", text.getBytes(StandardCharsets.UTF_8));
    }
}
