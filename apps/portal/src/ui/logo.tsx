export function Logo({ className = 'size-7' }: { className?: string }) {
  return <img src="/icon.svg" alt="" className={className} width={28} height={28} />;
}
