using System.Text.Json;
using System.Text.Json.Nodes;

namespace ActorNet.Conformance.Tests.Backends;

/// <summary>Reads JSON as the kernel's runner does: where an object names a key twice, which iproute2 sometimes does, the last counts.</summary>
internal static class LenientJson
{
    public static JsonNode? Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return Convert(document.RootElement);
    }

    private static JsonNode? Convert(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(Convert)]);
            case JsonValueKind.Object:
                var result = new JsonObject();
                foreach (var property in element.EnumerateObject()) result[property.Name] = Convert(property.Value);
                return result;
            default:
                return JsonValue.Create(element.Clone());
        }
    }
}
