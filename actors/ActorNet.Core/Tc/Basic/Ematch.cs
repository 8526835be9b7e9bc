using System.Text;

namespace ActorNet.Core.Tc.Basic;

/// <summary>One test of an expression (<c>struct tcf_ematch</c> with its operations). Immutable.</summary>
public abstract class Ematch
{
    /// <summary>Name in tc.</summary>
    public abstract string Kind { get; }

    /// <summary>Whether it holds for a frame. What lies outside the frame never does.</summary>
    internal abstract bool Matches(in EmatchFrame frame);

    /// <summary>Writes its words as tc prints them, without name and parentheses.</summary>
    internal abstract void Print(StringBuilder text);

    /// <summary>What the kernel checks when it is given one.</summary>
    /// <exception cref="RtnlException">EINVAL.</exception>
    internal virtual void Check()
    {
        // Most cannot be wrong once tc has read them.
    }
}

/// <summary>How two values are compared (<c>TCF_EM_OPND_*</c>).</summary>
internal enum EmatchOperand
{
    /// <summary>eq.</summary>
    Equal,

    /// <summary>gt.</summary>
    Greater,

    /// <summary>lt.</summary>
    Less,
}

/// <summary>The words of <see cref="EmatchOperand"/>.</summary>
internal static class EmatchOperands
{
    /// <summary>Reads one.</summary>
    public static bool TryParse(string word, out EmatchOperand operand)
    {
        operand = word switch { "gt" => EmatchOperand.Greater, "lt" => EmatchOperand.Less, _ => EmatchOperand.Equal };
        return word is "eq" or "gt" or "lt";
    }

    /// <summary>As tc prints it.</summary>
    public static string Word(this EmatchOperand operand) => operand switch { EmatchOperand.Greater => "gt", EmatchOperand.Less => "lt", _ => "eq" };

    /// <summary>Whether a comparison came out as wanted.</summary>
    /// <param name="operand">What is wanted.</param>
    /// <param name="order">Below 0: the left value is smaller; above: greater.</param>
    public static bool Holds(this EmatchOperand operand, int order) => operand switch
    {
        EmatchOperand.Greater => order > 0,
        EmatchOperand.Less => order < 0,
        _ => order == 0,
    };
}
