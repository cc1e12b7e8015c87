import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.airlift.slice.Slices;
import io.trino.plugin.hive.HiveType;
import io.trino.plugin.hive.metastore.Column;
import io.trino.plugin.hive.metastore.StorageFormat;
import io.trino.plugin.hive.metastore.Table;
import io.trino.plugin.hive.projection.PartitionProjection;
import io.trino.plugin.hive.projection.PartitionProjectionProperties;
import io.trino.spi.predicate.Domain;
import io.trino.spi.predicate.TupleDomain;
import io.trino.spi.type.IntegerType;
import io.trino.spi.type.Type;
import io.trino.spi.type.VarcharType;
import io.trino.type.InternalTypeManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which folders would be read: the partition projection of Trino's Hive connector, asked about our Glue tables. Takes a list
 * of {table, where} from the standard input, a table as Glue has it and the values of some keys; answers {folders} or {refused}.
 */
public class Projection {
  public static void main(String[] arguments) throws Exception {
    ObjectMapper json = new ObjectMapper();
    List<Map<String, Object>> answers = new ArrayList<>();
    for (JsonNode asked : json.readTree(System.in)) {
      try {
        answers.add(Map.of("folders", folders(tableOf(asked.get("table")), asked.get("where"))));
      } catch (RuntimeException refusal) {
        answers.add(Map.of("refused", String.valueOf(refusal.getMessage())));
      }
    }
    System.out.println(json.writeValueAsString(answers));
  }

  private static List<String> folders(Table table, JsonNode where) {
    PartitionProjection projection =
        PartitionProjectionProperties.getPartitionProjectionFromTable(table, InternalTypeManager.TESTING_TYPE_MANAGER).orElseThrow();
    List<String> keys = table.getPartitionColumns().stream().map(Column::getName).toList();
    List<String> names = projection.getProjectedPartitionNamesByFilter(keys, domains(table, where)).orElse(List.of());
    Map<String, ?> partitions = projection.getProjectedPartitionsByNames(table, names);
    return names.stream()
        .map(name -> ((Optional<?>) partitions.get(name)).orElseThrow())
        .map(partition -> ((io.trino.plugin.hive.metastore.Partition) partition).getStorage().getLocation())
        .toList();
  }

  private static TupleDomain<String> domains(Table table, JsonNode where) {
    Map<String, Domain> domains = new LinkedHashMap<>();
    for (Column key : table.getPartitionColumns()) {
      if (!where.has(key.getName())) continue;
      List<Object> values = new ArrayList<>();
      for (JsonNode value : where.get(key.getName())) values.add(value.isNumber() ? value.asLong() : Slices.utf8Slice(value.asText()));
      Type type = key.getType().equals(HiveType.HIVE_INT) ? IntegerType.INTEGER : VarcharType.VARCHAR;
      domains.put(key.getName(), Domain.multipleValues(type, values));
    }
    return TupleDomain.withColumnDomains(domains);
  }

  private static Table tableOf(JsonNode glue) {
    Map<String, String> parameters = new LinkedHashMap<>();
    glue.get("parameters").fields().forEachRemaining(entry -> parameters.put(entry.getKey(), entry.getValue().asText()));
    List<Column> keys = new ArrayList<>();
    for (JsonNode key : glue.get("partitionKeys"))
      keys.add(new Column(key.get("name").asText(), HiveType.valueOf(key.get("type").asText()), Optional.empty(), Map.of()));
    Table.Builder builder = Table.builder().setDatabaseName("gongkai").setTableName(glue.get("name").asText());
    builder.setOwner(Optional.empty()).setTableType("EXTERNAL_TABLE").setPartitionColumns(keys).setParameters(parameters);
    JsonNode storage = glue.get("storageDescriptor");
    builder.getStorageBuilder().setLocation(storage.get("location").asText());
    String serde = storage.get("serdeInfo").get("serializationLibrary").asText();
    builder.getStorageBuilder().setStorageFormat(StorageFormat.create(serde, storage.get("inputFormat").asText(), storage.get("outputFormat").asText()));
    return builder.build();
  }
}
