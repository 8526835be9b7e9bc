using ActorNet.Core.Frames;
using ActorNet.Core.Tc.Bpf;
using ActorNet.Core.Tests.Frames;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc.Bpf;

/// <summary>Random programs against an interpreter that turns each instruction into a function first and knows numbers without end.</summary>
public sealed class BpfModelTests
{
    private static readonly ushort[] Loads = [0x20, 0x28, 0x30, 0x40, 0x48, 0x50, 0xB1];
    private static readonly ushort[] Plain = [0x00, 0x01, 0x80, 0x81, 0x07, 0x87, 0x84];
    private static readonly ushort[] Memory = [0x02, 0x03, 0x60, 0x61];
    private static readonly ushort[] Jumps = [0x15, 0x25, 0x35, 0x45, 0x1D, 0x2D, 0x3D, 0x4D];

    private static readonly FsCheck.Gen<uint> Numbers = Gen.Frequency(
        (4, Gen.Choose(0, 40).Select(n => (uint)n)), (1, Gen.Elements(uint.MaxValue, 0x80000000u, 0xFFF00000u, 0xFFE00004u, 0xFFFFFFF0u)));

    private static readonly FsCheck.Gen<BpfInstruction> Instructions = Gen.Frequency(
        (3, from code in Gen.Elements(Loads) from k in Numbers select new BpfInstruction(code, 0, 0, k)),
        (3, from code in Gen.Elements(Plain) from k in Numbers select new BpfInstruction(code, 0, 0, k)),
        (2, from code in Gen.Elements(Memory) from k in Gen.Choose(0, 2) select new BpfInstruction(code, 0, 0, (uint)k)),
        (4, from operation in Gen.Choose(0, 10) from x in Gen.Elements(0, 8) from k in Numbers select new BpfInstruction((ushort)((operation << 4) | x | 4), 0, 0, k)),
        (3, from code in Gen.Elements(Jumps) from k in Numbers from t in Gen.Choose(0, 3) from f in Gen.Choose(0, 3) select new BpfInstruction(code, (byte)t, (byte)f, k)),
        (1, from k in Gen.Choose(0, 3) select new BpfInstruction(0x05, 0, 0, (uint)k)));

    [Fact]
    [Trait("rule", "BPF-02")]
    public void Valid_programs_answer_as_the_other_interpreter_says()
    {
        using var lab = new TcBench();
        var valid = 0;
        var runs = from body in Instructions.ArrayOf() from bytes in Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf() select (body, bytes);
        Property.Holds(runs, run =>
        {
            BpfInstruction[] program = [.. run.body, new BpfInstruction(0x16, 0, 0, 0)];
            if (!BpfVerifier.IsValid(program)) return;
            valid++;
            Compare(lab, program, run.bytes);
        }, count: 2000);
        valid.ShouldBeGreaterThan(100);
    }

    [Fact]
    [Trait("rule", "BPF-01")]
    public void No_valid_program_reads_a_cell_that_was_not_written_on_its_way()
    {
        // Short ones: all their ways are walked.
        var stores = from code in Gen.Elements(Memory) from k in Gen.Choose(0, 2) select new BpfInstruction(code, 0, 0, (uint)k);
        var jumps = from code in Gen.Elements(Jumps) from t in Gen.Choose(0, 2) from f in Gen.Choose(0, 2) select new BpfInstruction(code, (byte)t, (byte)f, 0);
        var runs = Gen.Frequency((2, stores), (1, jumps)).ArrayOf(9).Select(body => (BpfInstruction[])[.. body, new BpfInstruction(0x16, 0, 0, 0)]);
        Property.Holds(runs, program => BpfVerifier.IsValid(program).ShouldBe(IsSafe(program)), count: 2000);
    }

    private static void Compare(TcBench lab, BpfInstruction[] program, byte[] bytes)
    {
        var skb = lab.Lab.Frame(14 + bytes.Length);
        bytes.CopyTo(skb.Span[14..]);

        BpfMachine.Run(program, new BpfFrame(skb, atIngress: false, new RandomSource(1))).ShouldBe(new Interpreter([.. skb.Frame]).Run(program));

        skb.Free(DropReason.Consumed);
    }

    /// <summary>Goes all ways through a program.</summary>
    private static bool IsSafe(BpfInstruction[] program)
    {
        bool Visit(int at, HashSet<uint> written)
        {
            if (at >= program.Length) return false;
            var i = program[at];
            if (i.Code == 0x16) return true;
            if (i.Code is 0x60 or 0x61 && !written.Contains(i.K)) return false;
            if (i.Code is 0x02 or 0x03) written = [.. written, i.K];
            return (i.Code & 7) == 5 ? Visit(at + 1 + i.True, written) && Visit(at + 1 + i.False, written) : Visit(at + 1, written);
        }

        // The kernel looks at instructions nobody reaches as if all cells were written, and at jumps of those, too.
        for (var at = 0; at < program.Length; at++)
        {
            if ((program[at].Code & 7) == 5 && Math.Max(program[at].True, program[at].False) + at + 1 >= program.Length) return false;
        }

        return Visit(0, []);
    }

    private sealed class Interpreter(byte[] frame)
    {
        private readonly Dictionary<uint, long> _memory = [];
        private long _a;
        private long _x;

        public uint Run(BpfInstruction[] program)
        {
            for (var at = 0L; ; at++)
            {
                var i = program[at];
                if (i.Code == 0x16) return (uint)_a;
                if ((i.Code & 7) == 5)
                {
                    at += i.Code == 0x05 ? i.K : Compare(i) ? i.True : i.False;
                    continue;
                }

                if (!Step(i)) return 0;
            }
        }

        private bool Compare(BpfInstruction i)
        {
            var other = (i.Code & 8) == 0 ? i.K : _x;
            return (i.Code >> 4) switch { 1 => _a == other, 2 => _a > other, 3 => _a >= other, _ => (_a & other) != 0 };
        }

        private bool Step(BpfInstruction i)
        {
            long? result = (i.Code & 7) == 4 ? Alu(i) : Load(i);
            if (result is not { } value) return false;
            value &= uint.MaxValue;
            if (i.Code is 0x02 or 0x03) _memory[i.K] = value;
            else if (i.Code is 0x01 or 0x61 or 0x81 or 0x07 or 0xB1) _x = value;
            else _a = value;
            return true;
        }

        private long? Alu(BpfInstruction i)
        {
            var other = (i.Code & 8) == 0 ? i.K : _x;
            return (i.Code >> 4) switch
            {
                0 => _a + other,
                1 => _a - other,
                2 => (long)(((System.Numerics.BigInteger)_a * other) & uint.MaxValue),
                3 => other == 0 ? null : _a / other,
                4 => _a | other,
                5 => _a & other,
                6 => _a << (int)(other % 32),
                7 => _a >> (int)(other % 32),
                8 => -_a,
                9 => other == 0 ? null : _a % other,
                _ => _a ^ other,
            };
        }

        private long? Load(BpfInstruction i) => i.Code switch
        {
            0x00 or 0x01 => i.K,
            0x02 or 0x07 => _a,
            0x03 or 0x87 => _x,
            0x60 or 0x61 => _memory[i.K],
            0x80 or 0x81 => frame.Length,
            0x20 => Bytes(i.K, 4),
            0x28 => Bytes(i.K, 2),
            0x30 => Bytes(i.K, 1),
            0x40 => Bytes(i.K + _x, 4),
            0x48 => Bytes(i.K + _x, 2),
            0x50 => Bytes(i.K + _x, 1),
            _ => Bytes(i.K, 1) is { } low ? (low & 15) * 4 : null,
        };

        private long? Bytes(long offset, int size)
        {
            offset = (int)(uint)(offset & uint.MaxValue);
            if (offset is < 0 and >= -0x100000) offset += 0x100000 + 14;
            else if (offset is < 0 and >= -0x200000) offset += 0x200000;
            if (offset < 0 || offset + size > frame.Length) return null;
            return frame.Skip((int)offset).Take(size).Aggregate(0L, (value, one) => (value * 256) + one);
        }
    }
}
