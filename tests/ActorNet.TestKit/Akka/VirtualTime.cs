using ActorNet.Engine.Loops;

namespace ActorNet.Engine.TestKit;

/// <summary>
/// What a kit can do beyond Akka's, because its time is virtual. A test that shall compile against Akka too does without.
/// </summary>
public static class VirtualTime
{
    /// <summary>The virtual system that a kit tests.</summary>
    /// <exception cref="InvalidOperationException">The kit was given a system with threads.</exception>
    public static VirtualSystem Virtual(this TestKitBase kit)
    {
        ArgumentNullException.ThrowIfNull(kit);
        return kit.Kit.Machine ?? throw new InvalidOperationException(
            $"System {kit.Sys.Name} runs on threads and real time. Let the kit make its own, or give it one of LoopSystem.CreateVirtual.");
    }

    /// <summary>Lets time pass, doing on the way what is due.</summary>
    /// <param name="kit">Of a virtual system.</param>
    /// <param name="duration">Not negative; not stretched.</param>
    public static void Advance(this TestKitBase kit, TimeSpan duration) => kit.Virtual().Advance(duration);

    /// <summary>Runs what can run at the present instant.</summary>
    public static void RunUntilIdle(this TestKitBase kit) => kit.Virtual().RunUntilIdle();

    /// <summary>
    /// Waits for a task that actors complete, such as that of an Ask. A plain <c>await</c> of it in a test would wait for ever: nothing
    /// runs on a virtual system by itself.
    /// </summary>
    /// <param name="kit">Of any system.</param>
    /// <param name="task">What to wait for; its exception is let through.</param>
    /// <param name="max">Stretched; null for the default time.</param>
    /// <exception cref="TimeoutException">It has not completed.</exception>
    public static T Await<T>(this TestKitBase kit, Task<T> task, TimeSpan? max = null)
    {
        ArgumentNullException.ThrowIfNull(kit);
        ArgumentNullException.ThrowIfNull(task);
        kit.RunTask(() => task, kit.RemainingOrDilated(max), CancellationToken.None);
        return task.GetAwaiter().GetResult();
    }

    /// <inheritdoc cref="Await{T}"/>
    public static void Await(this TestKitBase kit, Task task, TimeSpan? max = null)
    {
        ArgumentNullException.ThrowIfNull(kit);
        ArgumentNullException.ThrowIfNull(task);
        kit.RunTask(() => task, kit.RemainingOrDilated(max), CancellationToken.None);
    }
}
