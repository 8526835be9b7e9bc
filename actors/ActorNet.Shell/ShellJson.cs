using System.Text.Encodings.Web;
using System.Text.Json;

namespace ActorNet.Shell;

/// <summary>How the shell writes JSON: one line, characters as they are.</summary>
internal static class ShellJson
{
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly JsonWriterOptions Writer = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
