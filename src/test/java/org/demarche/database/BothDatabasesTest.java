package org.demarche.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("database")
@WithTestResource(value = Postgres.class, scope = TestResourceScope.GLOBAL)
class BothDatabasesTest {
    @Inject
    AgroalDataSource database;

    @Test
    void theRunUsesTheDatabaseThatItIsNamedFor() throws SQLException {
        try (var connection = database.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo(Postgres.isAskedFor() ? "PostgreSQL" : "H2");
        }
    }
}
