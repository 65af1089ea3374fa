package org.demarche.exchange.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.demarche.Kept;
import org.demarche.item.Directory;
import org.demarche.item.TimelineQuery;
import org.demarche.timeline.Column;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExcelLimitsTest {
    @Inject
    Kept kept;
    @Inject
    Exports exports;
    @Inject
    Directory directory;

    @Test
    void whatIsTooMuchForASheetGoesOnOnTheNextAndWhatIsTooLongForACellIsCutAndCounted() throws IOException {
        var speaker = kept.actor("STATE", "Long-winded");
        var document = kept.document("Long", null);
        var words = new StringBuilder();
        new Random(1).ints(20_000, 0, 64).forEach(each -> words.appendCodePoint(0x1F600 + each));
        kept.several(5, number -> kept.statement("Said " + number, null, List.of(speaker), List.of(), List.of(Kept.words(document, words.toString(), "en")), List.of()));
        var out = new ByteArrayOutputStream();
        var format = new XlsxFormat(3);
        format.write(exports.of(format, TimelineQuery.ofQueryString("actor=" + speaker.slug(), directory), Instant.now()), out);
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(4);
            assertThat(List.of(workbook.getSheet("Items").getLastRowNum(), workbook.getSheet("Items 2").getLastRowNum(), workbook.getSheet("Items 3").getLastRowNum())).containsExactly(2, 2, 1);
            assertThat(workbook.getSheet("Items 2").getRow(0).getCell(0).getStringCellValue()).isEqualTo("id");
            var cell = workbook.getSheet("Items").getRow(1).getCell(Column.WORDS.ordinal()).getStringCellValue();
            assertThat(cell.length()).isLessThanOrEqualTo(32_767);
            assertThat(words.toString()).as("cut between two whole characters").startsWith(cell.substring(0, cell.length() - 1));
            assertThat(cell).endsWith("…").doesNotContain("\uFFFD").hasSizeGreaterThan(32_764);
            assertThat(Character.isHighSurrogate(cell.charAt(cell.length() - 2))).isFalse();
            var about = workbook.getSheet("About");
            assertThat(about.getRow(about.getLastRowNum()).getCell(1).getStringCellValue()).isEqualTo("5 cells that have more than 32,767 characters");
        }
    }
}
