using ActorNet.Core.Tests.Iproute2.Observed;
using Xunit;

namespace ActorNet.Core.Tests.Iproute2;

/// <summary>What tc was seen to answer about u32, basic and bpf, byte for byte.</summary>
public sealed class ObservedClassifierTests
{
    [Fact]
    [Trait("rule", "U32-04")]
    public void Hash_tables_of_u32_answer_as_the_real_ones_do() => Replay(U32TableTranscript.Text);

    [Fact]
    [Trait("rule", "U32-06")]
    [Trait("rule", "U32-01")]
    public void U32_names_fields_as_the_real_one_does() => Replay(U32FieldTranscript.Text);

    [Fact]
    [Trait("rule", "BAS-05")]
    public void Basic_prints_expressions_as_the_real_one_does() => Replay(BasicTranscript.Text);

    [Fact]
    [Trait("rule", "BAS-05")]
    public void Wrong_tests_are_marked_as_tc_marks_them() => Replay(EmatchErrorTranscript.Text);

    [Fact]
    [Trait("rule", "BAS-05")]
    public void Wrong_comparisons_are_marked_as_tc_marks_them() => Replay(MetaErrorTranscript.Text);

    [Fact]
    [Trait("rule", "BAS-05")]
    public void Wrong_expressions_are_marked_as_tc_marks_them() => Replay(EmatchSyntaxTranscript.Text);

    [Fact]
    [Trait("rule", "BPF-01")]
    public void Bpf_answers_as_the_real_one_does() => Replay(BpfTranscript.Text);

    private static void Replay(string text) => new Transcript(text).Replay(KernelProfile.Linux61);
}
