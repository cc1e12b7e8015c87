import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Binary;

/**
 * Reads tables with parquet-java, the reference implementation. A line "path" answers the versions of the data pages, the
 * number of rows and, by column, how many have a value; "path, column, text" (tabs between) how many rows its statistics,
 * dictionaries and values let through.
 */
public class ParquetRows {
  public static void main(String[] arguments) throws Exception {
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] asked = line.split("\t");
      InputFile file = new LocalInputFile(Path.of(asked[0]));
      FilterCompat.Filter filter = asked.length < 3
          ? FilterCompat.NOOP
          : FilterCompat.get(FilterApi.eq(FilterApi.binaryColumn(asked[1]), Binary.fromString(asked[2])));
      System.out.println("=" + pageVersions(file) + "\t" + counts(file, filter));
    }
  }

  private static Set<String> pageVersions(InputFile file) throws Exception {
    Set<String> versions = new TreeSet<>();
    try (ParquetFileReader reader = ParquetFileReader.open(file)) {
      var columns = reader.getFileMetaData().getSchema().getColumns();
      for (PageReadStore group = reader.readNextRowGroup(); group != null; group = reader.readNextRowGroup())
        for (var column : columns) versions.add(group.getPageReader(column).readPage() instanceof DataPageV2 ? "2" : "1");
    }
    return versions;
  }

  private static String counts(InputFile file, FilterCompat.Filter filter) throws Exception {
    TreeMap<String, Integer> values = new TreeMap<>();
    int rows = 0;
    try (ParquetReader<Group> reader = new Rows(file).withFilter(filter).build()) {
      for (Group row = reader.read(); row != null; row = reader.read(), rows++)
        for (int n = 0; n < row.getType().getFieldCount(); n++)
          if (row.getFieldRepetitionCount(n) > 0) values.merge(row.getType().getFieldName(n), 1, Integer::sum);
    }
    return rows + "\t" + values;
  }

  private static class Rows extends ParquetReader.Builder<Group> {
    Rows(InputFile file) {
      super(file);
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
