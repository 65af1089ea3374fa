package org.demarche.exchange.in.dna;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

import org.demarche.exchange.in.Imported;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Files that say that they are a project of the Discourse Network Analyzer. */
@QuarkusTest
class HostileDnaTest {
    @ParameterizedTest
    @ValueSource(strings = {
            "alter table STATEMENTS rename to HIDDEN;\n create view STATEMENTS as with recursive n(i) as (select 1 union all select i + 1 from n) select i as ID, 1 as StatementTypeId, 1 as DocumentId, "
                    + "0 as Start, 5 as Stop, 2 as Coder from n",
            "drop table DOCUMENTS;\n create virtual table DOCUMENTS using fts5(ID, Title, Text, Coder, Author, Source, Section, Notes, Type, Date)"})
    void nothingButTablesIsRead(String change) {
        try (var project = project()) {
            project.run(change);

            assertThat(failure(project)).contains("is no table of its own");
        }
    }

    @Test
    void triggersAndIndexesOfAStrangerDoNothing() {
        try (var project = project()) {
            project.run("create trigger FIRED after insert on STATEMENTS begin delete from DOCUMENTS; end");
            project.run("create index COVERING on STATEMENTS(Stop desc, ID, StatementTypeId, DocumentId, Start, Coder)");

            assertThat(Imported.file("a.dna", project.bytes(), "check=true").getInt("refused")).isZero();
        }
    }

    @Test
    void aTextThatMakesItselfIsNotMade() {
        try (var project = project()) {
            project.run("alter table DOCUMENTS rename column Text to Short;\n alter table DOCUMENTS add column Text text generated always as (hex(zeroblob(900000000))) virtual");

            assertThat(failure(project)).contains("computed");
        }
    }

    @Test
    void aValueOfSeventeenMegabytesIsNotRead() {
        try (var project = project()) {
            project.run("update DOCUMENTS set Title = zeroblob(17825792)");

            assertThat(failure(project)).contains("more than 16 MB");
        }
    }

    @Test
    void aTextOfFiveMillionLettersIsRefusedWithItsStatement() {
        try (var project = project()) {
            project.document(2, "Long", "a".repeat(5_000_000), "", "Paper", DnaFile.FEBRUARY);
            project.statement(2, 1, 2, 0, 5, Map.of());

            var view = Imported.file("a.dna", project.bytes(), "check=true");

            assertThat(view.getInt("problems[0].row")).as(view.prettify()).isEqualTo(2);
            assertThat(view.getString("problems[0].reason")).contains("4,000,000");
        }
    }

    @Test
    void statementsThatAreThereTwiceAreDamage() {
        try (var project = project()) {
            project.run("alter table STATEMENTS rename to OLD;\n create table STATEMENTS(ID integer, StatementTypeId integer, DocumentId integer, Start integer, Stop integer, Coder integer);\n"
                    + "insert into STATEMENTS select * from OLD union all select * from OLD");

            assertThat(failure(project)).contains("order of their ids");
        }
    }

    @Test
    void whatItLacksIsSaid() {
        try (var project = project()) {
            project.run("alter table STATEMENTS drop column Stop");
            assertThat(failure(project)).isEqualTo("It can't be read: no such column: Stop");
            project.run("drop table STATEMENTS");
            assertThat(failure(project)).contains("no project of the Discourse Network Analyzer", "STATEMENTS");
        }
    }

    @Test
    void partsAreNoFile() {
        try (var project = project()) {
            var whole = project.bytes();
            assertThat(failure("a.dna", Arrays.copyOf(whole, whole.length - 4_096))).contains("end is missing");
            assertThat(failure("a.dna", Arrays.copyOf(whole, 60))).contains("end is missing");
            var noise = new byte[8_192];
            new Random(7).nextBytes(noise);
            assertThat(failure("a.dna", noise)).contains("encrypted");
            assertThat(failure("a.dna", "<?xml version=\"1.0\"?><discourse/>".getBytes(StandardCharsets.UTF_8))).contains("version 1");
            assertThat(failure("a.dna", new byte[0])).contains("no SQLite file");
        }
    }

    /** Any page but the first may be noise: what of it was read is said, and the server goes on. */
    @Test
    void damageWithinIsSaid() {
        try (var project = project()) {
            for (int count = 0; count < 60; count++) {
                project.statement(100 + count, 1, 1, 0, 5, Map.of(2, "Institute " + count, 3, "Concept " + "c".repeat(150)));
            }
            var whole = project.bytes();
            long seed = System.nanoTime();
            var random = new Random(seed);
            for (int round = 0; round < 20; round++) {
                var damaged = whole.clone();
                int page = 1 + random.nextInt(whole.length / 4_096 - 1);
                for (int count = 0; count < (round % 2 == 0 ? 4_096 : 20); count++) {
                    damaged[page * 4_096 + (round % 2 == 0 ? count : random.nextInt(200))] = (byte) random.nextInt(256);
                }
                var view = Imported.file("a.dna", damaged, "check=true");
                assertThat(view.getString("failure") == null ? "" : view.getString("failure")).as("page %d, seed %d", page, seed).doesNotContain("did not expect");
            }
        }
    }

    @Test
    void aFileWithAJournalBesideItIsRefused() {
        try (var project = project()) {
            project.run("pragma journal_mode = wal");

            assertThat(failure(project)).contains("write-ahead log");
        }
    }

    @Test
    void aDatabaseOfAnotherProgramIsRefusedByItsName() throws IOException, SQLException {
        var path = Files.createTempFile("other", ".sqlite");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + path); var statement = connection.createStatement()) {
            statement.execute("create table places(id integer primary key, url text)");
        }
        assertThat(failure("places.sqlite", Files.readAllBytes(path))).contains("no project of the Discourse Network Analyzer");
        Files.delete(path);
    }

    @Test
    void aThousandTablesAreTooMany() {
        try (var project = project()) {
            project.run("begin");
            for (int count = 0; count < 1_200; count++) {
                project.run("create table T" + count + "(a)");
            }
            project.run("commit");

            assertThat(failure(project)).contains("tables and indexes");
        }
    }

    private static DnaFile project() {
        var project = new DnaFile(3);
        project.document(1, "A report", "Words of a report", "", "Paper", DnaFile.FEBRUARY);
        project.statement(1, 1, 1, 0, 5, Map.of(2, "NATO", 3, "Partnership", 4, true));
        return project;
    }

    private static String failure(DnaFile project) {
        return failure("a.dna", project.bytes());
    }

    private static String failure(String name, byte[] content) {
        JsonPath view = Imported.file(name, content, "check=true");
        assertThat(view.getString("state")).as(view.prettify()).isEqualTo("FAILED");
        given().get("/exchange/imports/" + view.getString("id")).then().statusCode(200);
        return view.getString("failure");
    }
}
