using System.Text;
using ActorNet.Fuzz.Tests.Harness;
using ActorNet.Linux.Ledger;
using Xunit;

namespace ActorNet.Fuzz.Tests.Targets;

/// <summary>Ledger files: whatever stands in one, only what it names rightly is believed.</summary>
public sealed class LedgerTests
{
    private static readonly byte[][] Files =
    [
        File("{\"ledger\":1,\"topology\":\"demo\",\"boot\":\"5f1c\"}", "{\"op\":\"own\",\"id\":1,\"kind\":\"netns\",\"name\":\"demo-alice\",\"device\":4,\"inode\":4026532,\"cookie\":77}",
            "{\"op\":\"own\",\"id\":2,\"kind\":\"link\",\"name\":\"eth0\",\"netns\":\"demo-alice\",\"device\":4,\"inode\":4026532,\"index\":3}", "{\"op\":\"gone\",\"id\":2}"),
        File("{\"ledger\":1,\"topology\":\"demo\",\"boot\":\"5f1c\"}", "{\"op\":\"own\",\"id\":1,\"kind\":\"process\",\"name\":\"sh\",\"pid\":812,\"start\":99}",
            "{\"op\":\"own\",\"id\":2,\"kind\":\"file\",\"name\":\"/run/actornet/demo.sock\",\"device\":4,\"inode\":12}", "{\"op\":\"gone\",\"id\":1}", "{\"op\":\"gone\",\"id\":2}"),
        File("{\"ledger\":2}"), [],
    ];

    [Fact]
    public void A_ledger_is_read_with_a_complaint_for_each_bad_line_or_refused() => Fuzzer.OfBytes("ledger", static s => ByteMutator.Mutate(s, Files, 4096), static bytes =>
    {
        LedgerContents contents;
        try
        {
            contents = LedgerReader.Parse("fuzz.ledger", bytes);
        }
        catch (LedgerFormatException)
        {
            return;
        }

        if (contents.ValidLength > bytes.Length) throw new InvalidOperationException($"{contents.ValidLength} of {bytes.Length} bytes are said to be valid.");
        foreach (var item in contents.Items)
        {
            if (item.Thing is OwnedFile file && LedgerCodec.PathFault(file.Path) is { } fault) throw new InvalidOperationException($"{fault} is believed to be ours.");
            if (item.Thing is OwnedProcess { ProcessId: <= 1 }) throw new InvalidOperationException("The first process of the machine is believed to be ours.");
        }
    }).Run(20_000);

    private static byte[] File(params string[] lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(static l => l + "\n")));
}
